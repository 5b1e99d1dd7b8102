"""The pictures of chapters, as far as they are still there."""

from __future__ import annotations

from pathlib import Path

_BEGIN, _END = b"\xff\xd8\xff", b"\xff\xd9"


def picture(path: Path | None) -> bytes | None:
    """The JPEG at ``path``; None where it is gone, or not written to its end."""
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return None
    return data if data.startswith(_BEGIN) and data.rstrip(b"\0").endswith(_END) else None
