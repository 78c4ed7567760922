MILLIS = [
    $each,
    # and $more more of this list  #@ more
]
