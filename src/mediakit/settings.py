"""What a library's ``mediakit.toml`` says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mediakit.errors.base import Reason, sentence
from mediakit.errors.library import ReadFailed, SettingsInvalid
from mediakit.library import Library
from mediakit.model.form import Form, form_from
from mediakit.model.ladder import INTERNAL, NOTHING, PERMISSIONS
from mediakit.model.target import Targets, targets_from

SCOPES = (
    "internal",
    "own-group",
    "other-communities",
    "regional",
    "national",
    "film",
    "broadcast",
    "web",
)

STRICT, WARN = "strict", "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What ``mediakit.toml`` says.

    Attributes:
        name: The programme's name.
        languages: BCP 47 tags spoken in it.
        regions: Its regions, as people write them.
        engine: The default speech engine.
        model: The default speech model, or empty.
        glossary: Names and words that speech engines should spell like this.
        scopes: The rungs of consent, most private first.
        policy: What an unknown voice means: ``strict`` or ``warn``.
        form: What another tool's lists of sessions call things.
        targets: How many sessions are meant to be held, and who is to be heard.
    """

    name: str = ""
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    engine: str = "faster-whisper"
    model: str = ""
    glossary: tuple[str, ...] = ()
    scopes: tuple[str, ...] = field(default=SCOPES)
    policy: str = STRICT
    form: Form = field(default_factory=Form)
    targets: Targets = field(default_factory=Targets)


def read_settings(library: Library) -> Settings:
    """Read ``mediakit.toml``.

    Raises:
        SettingsInvalid: It is no TOML, or a value has the wrong type.
        ReadFailed: It cannot be read.
    """
    # not needed by the quickest commands
    import tomllib

    path = library.settings_file
    try:
        document = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsInvalid(path=str(path), reason=str(error)) from error
    except OSError as error:
        raise ReadFailed(path=str(path), reason=error.strerror) from error
    try:
        speech = _table(document, "transcription")
        consent = _table(document, "consent")
        regions = _texts(document, "regions", ())
        return Settings(
            name=_text(document, "name", library.root.name),
            languages=_texts(document, "languages", ()),
            regions=regions,
            engine=_text(speech, "engine", "faster-whisper"),
            model=_text(speech, "model", ""),
            glossary=_texts(speech, "glossary", ()),
            scopes=_ladder(consent),
            policy=_policy(consent),
            form=form_from(_table(_table(document, "import"), "sessions")),
            targets=targets_from(_table(document, "targets"), regions),
        )
    except TypeError as error:
        raise SettingsInvalid(path=str(path), reason=error.args[0]) from error


def _ladder(consent: Mapping[str, object]) -> tuple[str, ...]:
    """Return the rungs, of which the first is the team's own."""
    scopes = _texts(consent, "scopes", SCOPES)
    if scopes[:1] != (INTERNAL,):
        raise TypeError(
            Reason(sentence("scopes must begin with '{first}'"), first=INTERNAL)
        )
    for scope in scopes:
        taken = scope in {*PERMISSIONS, NOTHING} or scopes.count(scope) > 1
        if taken or not scope.strip():
            raise TypeError(
                Reason(
                    sentence("'{scope}' cannot be a scope, or is one twice"),
                    scope=scope,
                )
            )
    return scopes


def _policy(consent: Mapping[str, object]) -> str:
    policy = _text(consent, "policy", STRICT)
    if policy not in {STRICT, WARN}:
        raise TypeError(
            Reason(
                sentence("the policy '{policy}' is not known; use 'strict' or 'warn'"),
                policy=policy,
            )
        )
    return policy


def _table(document: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise TypeError(Reason(sentence("{key} must be a table, [{key}]"), key=key))
    return value


def _text(document: Mapping[str, object], key: str, default: str) -> str:
    value = document.get(key, default)
    if not isinstance(value, str):
        raise TypeError(Reason(sentence("{key} must be a text in quotes"), key=key))
    return value


def _texts(
    document: Mapping[str, object], key: str, default: tuple[str, ...]
) -> tuple[str, ...]:
    value = document.get(key, default)
    if not isinstance(value, list | tuple) or not all(
        isinstance(item, str) for item in value
    ):
        raise TypeError(Reason(sentence("{key} must be a list of texts"), key=key))
    return tuple(str(item) for item in value)
