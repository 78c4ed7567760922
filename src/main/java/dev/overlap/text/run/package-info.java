/** Sentences about a run as a whole: whose it is, and what the machine did to it. */
package dev.overlap.text.run;
