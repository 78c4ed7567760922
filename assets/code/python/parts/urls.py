TIMEOUT = $timeout  # seconds
URLS = [
    $each,
    # and $more more of this list  #@ more
]
# Overlap's lab answers there as long as Overlap runs.  #@ lab
# User names and passwords are left out here.  #@ users
