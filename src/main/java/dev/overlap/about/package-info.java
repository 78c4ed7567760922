/** What this program is: its version, and the libraries that it carries. */
package dev.overlap.about;
