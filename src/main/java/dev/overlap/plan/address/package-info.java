/** Where requests go: paths of the lab, and URLs, read as browsers read them. */
package dev.overlap.plan.address;
