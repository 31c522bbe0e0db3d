"""What a film on paper cannot be, whoever wrote the catalog."""

import pytest

from mediakit.model.film import is_size
from tests.builders import a_film


@pytest.mark.parametrize(
    ("width", "height"), [(1920, 1080), (1080, 1920), (16_384, 8640), (1, 1)]
)
def test_pictures_of_every_program_are_a_size(width: int, height: int) -> None:
    """Wide, high, large."""
    assert is_size(width, height)


@pytest.mark.parametrize(
    ("width", "height"), [(0, 1080), (-1, -1), (10**9, 10**9), (16_384, 1), (1, 11)]
)
def test_what_no_machine_could_draw_is_none(width: int, height: int) -> None:
    """A ribbon of one line would be millions of pixels wide when it is rendered."""
    assert not is_size(width, height)
    with pytest.raises(ValueError, match="is no size of pictures"):
        type(a_film())(id=a_film().id, title="", scope="", width=width, height=height)
