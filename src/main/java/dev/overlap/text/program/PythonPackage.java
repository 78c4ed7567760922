package dev.overlap.text.program;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The package that holds a module, which need not have the same name.
 *
 * @param module as a program imports it
 * @param pypi its name for pip; empty for a part of Python itself
 * @param debian its name for apt; empty if that is not known
 * @param isKnown whether this is known, and not guessed from the module's name
 */
record PythonPackage(String module, String pypi, String debian, boolean isKnown) {

    /** module, pip, apt. */
    private static final String TABLE =
            """
            aiohttp         aiohttp          python3-aiohttp
            anyio           anyio            python3-anyio
            bs4             beautifulsoup4   python3-bs4
            certifi         certifi          python3-certifi
            cv2             opencv-python    python3-opencv
            dateutil        python-dateutil  python3-dateutil
            distutils       setuptools       python3-setuptools
            django          django           python3-django
            dotenv          python-dotenv    python3-dotenv
            fastapi         fastapi          python3-fastapi
            flask           flask            python3-flask
            gevent          gevent           python3-gevent
            httpx           httpx            python3-httpx
            lxml            lxml             python3-lxml
            matplotlib      matplotlib       python3-matplotlib
            nest_asyncio    nest-asyncio     python3-nest-asyncio
            numpy           numpy            python3-numpy
            pandas          pandas           python3-pandas
            PIL             pillow           python3-pil
            pkg_resources   setuptools       python3-pkg-resources
            psutil          psutil           python3-psutil
            requests        requests         python3-requests
            scipy           scipy            python3-scipy
            skimage         scikit-image     python3-skimage
            sklearn         scikit-learn     python3-sklearn
            tkinter         -                python3-tk
            tqdm            tqdm             python3-tqdm
            trio            trio             python3-trio
            urllib3         urllib3          python3-urllib3
            uvloop          uvloop           python3-uvloop
            websockets      websockets       python3-websockets
            yaml            pyyaml           python3-yaml
            """;

    private static final Map<String, PythonPackage> KNOWN = known();

    private static Map<String, PythonPackage> known() {
        Map<String, PythonPackage> known = new LinkedHashMap<>();
        TABLE.lines()
                .map(line -> line.split("\\s+", -1))
                .map(
                        row ->
                                new PythonPackage(
                                        row[0], row[1].equals("-") ? "" : row[1], row[2], true))
                .forEach(row -> known.put(row.module, row));
        return Map.copyOf(known);
    }

    /** Returns the package of a module: by the table, or else one of the same name. */
    static PythonPackage of(String module) {
        PythonPackage known = KNOWN.get(module);
        return known == null ? new PythonPackage(module, module, "", false) : known;
    }
}
