"""Requests one after another, in the main thread, by three libraries."""

import http.client
import os
import urllib.request

import requests

LAB = os.environ["LAB"]

for millis in (120, 80):
    print(requests.get("%s/delay/%d" % (LAB, millis)).status_code)

with urllib.request.urlopen(LAB + "/delay/60") as response:
    print(response.status, len(response.read()) > 0)

connection = http.client.HTTPConnection(LAB.split("//")[1])
for _ in range(2):
    connection.request("GET", "/delay/40")
    connection.getresponse().read()
print("done")
