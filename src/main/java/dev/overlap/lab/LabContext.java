package dev.overlap.lab;

/** What all ports of a lab share. */
record LabContext(LabClock clock, VirtualHosts hosts) {}
