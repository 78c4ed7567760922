import requests  # pip install requests  #@ library


def fetch(url):
    try:
        with requests.get(url, timeout=TIMEOUT, stream=True) as reply:  #@ lease dns connect tls send wait
            print(f"{url} {reply.status_code} {len(reply.content)}")  #@ receive
    except requests.RequestException as error:
        print(f"{url} failed: {type(error).__name__}")
