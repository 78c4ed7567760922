final List<Integer> MILLIS = List.of(
        $each,
        // and $more more of this list  //@ more
);
