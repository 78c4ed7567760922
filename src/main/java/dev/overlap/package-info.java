/**
 * Overlap runs a list of sites under a chosen concurrency model and draws, live, what every task
 * was doing at every instant. Each package below is a room with one purpose; the arrows between
 * them are held by an architecture test.
 *
 * <pre>
 * plan    what to run              uses nothing of ours
 * trace   what happened            uses nothing of ours
 * lab     the embedded server      uses nothing of ours
 * state   what survives a restart  uses plan
 * model   who does which task      uses plan, trace
 * compare several runs of a list   uses plan, trace, model
 * lesson  what a class is shown    uses plan, model
 * code    models as programs       uses plan, trace, model
 * engine  does the tasks           uses plan, trace, model, compare
 * paint   trace to shapes          uses plan, trace, compare
 * chart   the timeline control     uses plan, trace, compare, paint
 * export  trace to file            uses plan, trace, compare, paint
 * cli     the command line         uses all but ui and chart
 * ui      the windows              uses all but cli
 * </pre>
 */
package dev.overlap;
