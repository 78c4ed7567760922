final HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).executor(loop).build();
