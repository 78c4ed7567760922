import time
from urllib.parse import urljoin

import requests  # pip install requests  #@ library


#@ use pause


def ask(method, url):
    with requests.request(method, url, timeout=TIMEOUT, stream=True) as reply:  #@ lease dns connect tls send wait
        return reply, reply.content  #@ receive


def poll(url):
    job, end = url, time.monotonic() + TIMEOUT
    try:
        reply, body = ask("POST", url)
        while reply.status_code == 202 and time.monotonic() < end:
            job = urljoin(job, reply.headers.get("Location", job))
            time.sleep(pause(reply))  #@ pause
            reply, body = ask("GET", job)
        print(f"{url} {reply.status_code} {len(body)}")
    except requests.RequestException as error:
        print(f"{url} failed: {type(error).__name__}")
