/** Sessions and event logs as file formats of reports. */
package dev.overlap.export.session;
