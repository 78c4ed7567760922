"""Starts Overlap's tracer in this interpreter, then runs the sitecustomize that would have run without it.

The folder of this file is the first of PYTHONPATH, so Python imports it before the program. Afterwards the
folder is taken off sys.path: none of its modules may hide one of the program's. The variable stays, so
that children are traced as well.
"""

import os
import sys

_folder = os.path.dirname(os.path.abspath(__file__))
try:
    if sys.version_info >= (3, 8) and sys.implementation.name == "cpython":
        import overlap_trace

        overlap_trace.start()
except Exception:  # whatever it is, it is not the program's business
    pass
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or os.curdir) != _folder]
_this = sys.modules.pop(__name__)  # kept: Python 2 clears a module that nobody refers to
import sitecustomize  # an ImportError is what site expects if there is no other
