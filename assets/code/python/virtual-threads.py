# Python has no virtual threads. The nearest are threads of the operating
# system, which read the same and cost more each.
#@ use start-threads free
#@ use few-threads limited
