"""An extraction as bytes: MessagePack, packed; the same extraction gives the same bytes."""

from __future__ import annotations

import zlib

import msgspec

from kg.model import Extraction

_Kept = tuple[Extraction, tuple[str, ...]]
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)
_FAST = 1


def encode(extraction: Extraction, notes: tuple[str, ...]) -> bytes:
    """What a text says, and how it was read, as bytes."""
    return zlib.compress(_ENCODER.encode((extraction, notes)), _FAST)


def decode(blob: bytes) -> _Kept:
    """What `encode` was given."""
    found: _Kept = _DECODER.decode(zlib.decompress(blob))
    return found
