"""Libraries that run tasks past asyncio and threads; stand-ins of those names lie in PYTHONPATH."""

import gevent
import uvloop

print(gevent.__name__, uvloop.__name__, gevent.__spec__.loader.__class__.__name__)
