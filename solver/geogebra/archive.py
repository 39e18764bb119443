"""A .ggb file is a zip with `geogebra.xml` in it, and `geogebra_macro.xml` where its user made tools. Files may come from anywhere: nothing is unpacked before its size is known.

A size that the zip declares is checked first; what it really holds is read no further than the limit. Only the two
methods that GeoGebra uses are unpacked: the others can't be unpacked piece by piece.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from solver.errors import ParseError

#: Sizes of a file and of the XML in it, beyond which they are refused (bytes); members of a zip.
LARGEST_ARCHIVE, LARGEST_XML, MOST_MEMBERS = 5_000_000, 5_000_000, 1_000
#: The member that has the construction, and the one that has the tools its user made.
CONSTRUCTION, TOOLS = "geogebra.xml", "geogebra_macro.xml"
#: What a zip begins with.
MAGIC = b"PK"

_SAVE = "save it again in GeoGebra, as .ggb"


@dataclass(frozen=True)
class Unpacked:
    """The XML of the construction and of its tools (empty where there are none)."""

    construction: bytes
    tools: bytes = b""


def is_archive(data: bytes) -> bool:
    """Whether it begins as a zip does."""
    return data[: len(MAGIC)] == MAGIC


def unpacked(data: bytes) -> Unpacked:
    """The XML in a file. Raises ParseError where the file is damaged, too large or none of GeoGebra's."""
    if len(data) > LARGEST_ARCHIVE:
        raise ParseError(
            f"the GeoGebra file is larger than {LARGEST_ARCHIVE:,} bytes",
            None,
            "take pictures out of it and save it again",
        )
    if not is_archive(data):
        raise ParseError("this is no GeoGebra file: a .ggb file is a zip, and this isn't one", None, _SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except ParseError:
        raise
    # What zipfile raises for one damage or another; its text goes into the message.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        why = " ".join(str(error).split())[:80] or type(error).__name__
        raise ParseError(f"the GeoGebra file is damaged: its zip can't be unpacked ({why})", None, _SAVE) from None


def _members(archive: zipfile.ZipFile) -> Unpacked:
    if len(archive.infolist()) > MOST_MEMBERS:
        raise ParseError(f"the GeoGebra file has more than {MOST_MEMBERS:,} parts", None, _SAVE)
    names = archive.namelist()
    if CONSTRUCTION not in names:
        raise ParseError(
            f"this is a zip, but no GeoGebra file: there is no {CONSTRUCTION} in it", None,
            "give the .ggb file of a construction, not of a tool (.ggt) or a book",
        )  # fmt: skip
    return Unpacked(_member(archive, CONSTRUCTION), _member(archive, TOOLS) if TOOLS in names else b"")


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    too_large = ParseError(
        f"{name} in the GeoGebra file is larger than {LARGEST_XML:,} bytes when unpacked", None,
        "leave only the figure of the problem in it",
    )  # fmt: skip
    if info.flag_bits & 0x1:
        raise ParseError("the GeoGebra file is encrypted", None, _SAVE)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ParseError("the GeoGebra file is packed in a way that GeoGebra doesn't use", None, _SAVE)
    if info.file_size > LARGEST_XML:
        raise too_large
    with archive.open(info) as member:
        xml = member.read(LARGEST_XML + 1)
    if len(xml) > LARGEST_XML:
        raise too_large
    return xml


def packed(xml: str, tools: str = "") -> bytes:
    """A .ggb file with this construction and these tools; the same text gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in ((CONSTRUCTION, xml), (TOOLS, tools)):
            if text:
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
