"""Language models that write."""

from svs_desktop.pipeline.generators.generator import Message, TextGenerator
from svs_desktop.pipeline.generators.machine import free_bytes
from svs_desktop.pipeline.generators.opening import open_generator

__all__ = ["Message", "TextGenerator", "free_bytes", "open_generator"]
