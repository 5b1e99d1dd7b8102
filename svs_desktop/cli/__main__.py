"""``python -m svs_desktop.cli`` is ``svs``."""

import sys

from svs_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
