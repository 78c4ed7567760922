// Tells Overlap of three threads: OVERLAP_TRACE=file:run.events java Emitter.java
import java.io.*;
import java.net.Socket;
import java.time.Instant;
import java.util.concurrent.*;

class Emitter {
    static Writer out = Writer.nullWriter();
    static String token = "";

    static void open(String trace) throws IOException {
        String[] parts = trace.split(":", trace.startsWith("tcp:") ? 4 : 2);
        if (parts[0].equals("tcp")) {
            token = parts[3];
            out = new OutputStreamWriter(new Socket(parts[1], Integer.parseInt(parts[2])).getOutputStream(), "UTF-8");
        } else if (parts[0].equals("file")) {
            out = new FileWriter(parts[1].replace("%p", "" + ProcessHandle.current().pid()));
        }
    }

    static synchronized void emit(String e, String fields) throws IOException {
        out.write(("{'e':'" + e + "','t':" + System.nanoTime() + fields + "}\n").replace('\'', '"'));
        out.flush();
    }

    static Void nap(int k) throws Exception { // each job runs on a thread of its own
        emit("worker", ",'w':" + k + ",'kind':'thread','name':'" + Thread.currentThread().getName() + "'");
        emit("busy", ",'w':" + k + ",'k':" + k);
        emit("phase", ",'p':'PAUSE','on':'Thread.sleep','k':" + k + ",'w':" + k);
        Thread.sleep(100 * k);
        emit("idle", ",'w':" + k);
        emit("end", ",'how':'ok','k':" + k);
        return null;
    }

    public static void main(String... arguments) throws Exception {
        open(System.getenv().getOrDefault("OVERLAP_TRACE", ""));
        emit("hello", ",'v':1,'wall':" + Instant.now().toEpochMilli() + "000000,'unc':1000000,'lang':'java','sees':[],'pid':" + ProcessHandle.current().pid()
                + ",'argv':['Emitter.java'],'token':'" + token + "'");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (int k : new int[] {1, 2, 3}) {
            emit("task", ",'k':" + k + ",'kind':'job','name':'nap(" + 100 * k + ")'");
            threads.submit(() -> nap(k));
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.DAYS);
        emit("bye", "");
    }
}
