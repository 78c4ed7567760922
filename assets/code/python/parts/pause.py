def pause(reply):
    """How long to leave a job alone: as long as its server asks for."""
    seconds = reply.headers.get("Retry-After", "")
    return max(int(seconds) if seconds.isdecimal() else 0, $pace)
