"""Files are typed, not addresses: nothing is fetched from a network."""

import pytest

from mediakit.catalog.catalog import Catalog
from mediakit.library import Library
from tests.conftest import Run, saved
from tests.interpreters import put_original

CLIP = "c-0000000001"
WHO = ("--to", "en", "--by", "Oumar")


@pytest.mark.parametrize(
    "words",
    [
        ("transcript", "import", CLIP, "{address}"),
        ("transcript", "import", "{address}"),
        ("transcript", "edit", CLIP, "--from", "{address}"),
        ("translation", "import", CLIP, "{address}", *WHO),
        ("translation", "add", CLIP, "--from", "{address}", *WHO),
        ("interpret", "import", CLIP, "{address}", *WHO),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("scheme", ["https", "FTP", "file", "s3"])
def test_an_address_is_not_fetched(
    run: Run,
    library: Library,
    catalog: Catalog,
    words: tuple[str, ...],
    scheme: str,
) -> None:
    """The sentence says what to do instead."""
    put_original(library, catalog)
    address, before = f"{scheme}://example.org/gao.srt", saved(library)

    status, out, err = run(*(word.format(address=address) for word in words))

    assert (2, "") == (status, out)
    assert f"{address} is an address, not a file" in err
    assert before == saved(library)
