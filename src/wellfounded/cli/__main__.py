"""`python -m wellfounded.cli` is the command."""

import sys

from wellfounded.cli import main

sys.exit(main())
