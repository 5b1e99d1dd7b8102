"""``python -m svs_desktop`` opens the window."""

import sys

from svs_desktop.app import main

sys.exit(main())
