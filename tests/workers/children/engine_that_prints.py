"""The engine with a library that prints to standard output, from Python and below it."""

from __future__ import annotations

import os
import sys
import threading

from svs_desktop.pipeline import engine


def print_always() -> None:
    begun.wait()
    while True:
        os.write(1, b"loading weights...")
        sys.stdout.write("loading weights...\n")
        sys.stdout.flush()
        threading.Event().wait(0.001)


begun = threading.Event()
take_stdout = engine._take_stdout


def take_and_begin():
    channel = take_stdout()
    begun.set()
    return channel


engine._take_stdout = take_and_begin
threading.Thread(target=print_always, daemon=True).start()
sys.exit(engine.main())
