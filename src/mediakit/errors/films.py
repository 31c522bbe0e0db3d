"""Films on paper: what they do not have, and what stands in the way of showing them."""

from mediakit.errors.base import MediakitError, sentence


class NotInFilm(MediakitError):
    """A film has no such line or version, or no such thing on a line."""

    message = sentence(
        "Film {film} does not have what was asked for: {reason}. Run 'mediakit film "
        "show {film}' to see its lines and versions."
    )
    exit_status = 69


class FilmEmpty(MediakitError):
    """Nothing in a film takes time."""

    message = sentence(
        "Film {film} has nothing to show yet. 'mediakit film add' puts a part of a "
        "clip into it."
    )
    exit_status = 5


class FilmBlocked(MediakitError):
    """A film must not or cannot be finished as it is."""

    message = sentence(
        "Film {film} cannot be finished as it is. Things that stand in the way: "
        "{count}. They are listed above."
    )
    exit_status = 89


class FilmNotNamed(MediakitError):
    """A cut does not say which film it is."""

    message = sentence(
        "{file} does not say which film it is. Name it with --film; 'mediakit film "
        "list' shows the films."
    )
    exit_status = 169
