/** Repairs lines of a site list that come from elsewhere, as pasted text does. */
package dev.overlap.plan.repair;
