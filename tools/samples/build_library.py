"""Make the repository's own library again, from the sample clips.

usage: python tools/samples/build_library.py CLIPS

CLIPS is the folder that make_samples.py filled. Everything is done with the real
commands in a folder of its own, then put in the place of the library at the root
of the repository. Ids are random, so every record changes: do it only when the
samples or the records' format did.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PARTS = ("mediakit.toml", "catalog.json", "assets", "transcripts")


class Library:
    """A library being made with commands.

    Attributes:
        folder: Where.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # Any: whatever the command answers
    def run(self, *words: str) -> Any:
        """Run a command and return its answer."""
        done = subprocess.run(
            [sys.executable, "-m", "mediakit", *words, "--json"],
            check=True,
            capture_output=True,
            text=True,
            env={
                **os.environ,
                "MEDIAKIT_AUTHOR": "samples",
                "MEDIAKIT_LIBRARY": str(self.folder) if self.folder.exists() else "",
            },
        )
        return json.loads(done.stdout)


def main(clips: Path) -> None:
    samples = tomllib.loads((HERE / "samples.toml").read_text("utf-8"))
    story = tomllib.loads((HERE / "library.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        library = Library(Path(scratch, "library"))
        _init(library, story)
        sessions = _sessions(library, samples, story)
        ids = _clips(library, clips, samples, sessions)
        library.run("transcribe", "--model", "demo")
        people = _people(library, story, ids)
        _themes(library, story, ids, sessions)
        _codings(library, story, ids)
        _screenings(library, story, ids, sessions)
        _withdrawal(library, story, ids, people)
        _playlists(library, story, ids, sessions)
        _films(library, story, ids)
        subprocess.run(
            [
                sys.executable,
                "-m",
                "mediakit",
                "--library",
                str(library.folder),
                "check",
            ],
            check=True,
        )
        _publish(library.folder)


def _init(library: Library, story: dict[str, Any]) -> None:
    words = [word for tag in story["languages"] for word in ("--language", tag)]
    library.run("init", str(library.folder), "--name", story["name"], *words)
    settings = library.folder / "mediakit.toml"
    text = settings.read_text("utf-8")
    text = text.replace("regions = []", f"regions = {json.dumps(story['regions'])}")
    text = text.replace('model = ""', 'model = "demo"')
    text = text.replace("# [targets", "[targets")
    groups = '# groups = ["female/18-35", "male/18-35"]'
    text = text.replace(groups, f"groups = {json.dumps(story['groups'])}")
    wanted = f"focus-group = {story['focus_groups']}"
    text = text.replace("# focus-group = 100", wanted)
    settings.write_text(text, "utf-8")


def _sessions(
    library: Library, samples: dict[str, Any], story: dict[str, Any]
) -> dict[str, str]:
    made = {}
    for key, session in samples["sessions"].items():
        facts = story["sessions"][key]
        words = ["--kind", session["kind"].replace(" ", "-")]
        for name in ("date", "group", "community", "region", "country", "people"):
            if name in facts:
                words += [f"--{name}", str(facts[name])]
        language = "en" if key.startswith("timbuktu") else "fr"
        words += ["--place", session["place"], "--language", language]
        made[key] = library.run("session", "add", session["title"][language], *words)
    return {key: session["id"] for key, session in made.items()}


def _clips(
    library: Library, folder: Path, samples: dict[str, Any], sessions: dict[str, str]
) -> dict[str, str]:
    for clip in samples["clips"]:
        library.run(
            *("add", str(folder / clip["file"]), "--title", clip["title"]),
            *("--language", clip["language"], "--session", sessions[clip["session"]]),
        )
    return {
        item["clip"]["original_name"]: item["clip"]["id"]
        for item in library.run("list")
    }


def _people(
    library: Library, story: dict[str, Any], ids: dict[str, str]
) -> dict[str, str]:
    made = {}
    for person in story["people"]:
        told = ("sex", "age-group", "community", "region")
        words = _options({name: person[name] for name in told if name in person})
        made[person["name"]] = library.run("person", "add", person["name"], *words)
        who = made[person["name"]]["id"]
        for clip in person["clips"]:
            library.run("voice", "add", ids[clip], who)
        if consent := person.get("consent"):
            if "evidence" in consent:
                consent = {**consent, "evidence": ids[consent["evidence"]]}
            library.run("consent", "record", who, *_options(consent))
    return {name: person["id"] for name, person in made.items()}


def _themes(
    library: Library,
    story: dict[str, Any],
    ids: dict[str, str],
    sessions: dict[str, str],
) -> None:
    for theme in story["themes"]:
        labels = [f"{tag}={text}" for tag, text in theme["labels"].items()]
        words = [word for label in labels for word in ("--label", label)]
        for tag, synonyms in theme.get("synonyms", {}).items():
            words += [w for one in synonyms for w in ("--synonym", f"{tag}={one}")]
        told = ("definition", "colour", "icon")
        words += _options({name: theme[name] for name in told if name in theme})
        library.run("theme", "add", theme["path"], *words)
        for clip in theme.get("clips", ()):
            library.run("clip", "theme", ids[clip], theme["path"])
    for mark in story["marks"]:
        words = _options({"rank": mark["rank"]}) if "rank" in mark else []
        session = sessions[mark["session"]]
        library.run("theme", "mark", mark["theme"], session, mark["step"], *words)


def _codings(library: Library, story: dict[str, Any], ids: dict[str, str]) -> None:
    for coding in story["codings"]:
        told = ("coder", "quote", "memo")
        words = _options({name: coding[name] for name in told if name in coding})
        words += ["--strong"] if coding.get("strong") else []
        library.run("code", "add", ids[coding["clip"]], coding["theme"], *words)


def _screenings(
    library: Library,
    story: dict[str, Any],
    ids: dict[str, str],
    sessions: dict[str, str],
) -> None:
    for screening in story["screenings"]:
        clip = ids[screening["clip"]]
        told = ("question", "reaction", "heat", "asked")
        words = _options({name: screening[name] for name in told if name in screening})
        if "quote" in screening:
            library.run("trim", clip, "--quote", screening["quote"])
            excerpts = library.run("show", clip)["excerpts"]
            words += ["--excerpt", excerpts[-1]["id"]]
        session = sessions[screening["session"]]
        shown = library.run("screening", "add", clip, session, *words)
        for reply in screening.get("replies", ()):
            library.run("reply", "add", ids[reply], "--to", shown["id"])


def _withdrawal(
    library: Library,
    story: dict[str, Any],
    ids: dict[str, str],
    people: dict[str, str],
) -> None:
    given, withdrawal = story["given"], story["withdrawal"]
    told = ("quote", "scope", "recipient")
    library.run("trim", ids[given["clip"]], *_options({n: given[n] for n in told}))
    use = library.run("use", "list")[-1]["use"]["id"]
    told = ("from", "why")
    words = _options({name: withdrawal[name] for name in told})
    library.run("consent", "withdraw", people[withdrawal["person"]], *words)
    outcome = withdrawal["outcome"]
    library.run("use", "recall", use, "--delete", "--outcome", outcome)


def _playlists(
    library: Library,
    story: dict[str, Any],
    ids: dict[str, str],
    sessions: dict[str, str],
) -> None:
    for playlist in story["playlists"]:
        told = {name: playlist[name] for name in ("scope", "budget")}
        words = _options({"session": sessions[playlist["session"]], **told})
        made = library.run("playlist", "new", playlist["title"], *words)["id"]
        for item in playlist["items"]:
            words = _options({n: item[n] for n in ("quote", "pause") if n in item})
            for name in ("title", "ask", "note"):
                for tag, text in item.get(name, {}).items():
                    words += [f"--{name}", f"{tag}:{text}"]
            library.run("playlist", "add", made, ids[item["clip"]], *words)


def _films(library: Library, story: dict[str, Any], ids: dict[str, str]) -> None:
    for film in story["films"]:
        told = {name: film[name] for name in ("fps", "scope", "languages", "max")}
        made = library.run("film", "new", film["title"], *_options(told))["id"]
        for line in film["lines"]:
            if "keep" in line:
                library.run("film", "keep", made, line["keep"])
            _line(library, made, line, ids)


# Any: a table of a TOML file
def _line(
    library: Library, film: str, line: dict[str, Any], ids: dict[str, str]
) -> None:
    words = _options({n: line[n] for n in ("from", "to", "time", "note") if n in line})
    if "clip" in line:
        command = ["add", film, ids[line["clip"]]]
    else:
        texts = [f"{tag}:{text}" for tag, text in line["text"].items()]
        command = [line["kind"], film, *texts]
    [added] = library.run("film", *command, *words)["lines"]
    for over in line.get("over", ()):
        words = _options({n: over[n] for n in ("from", "to", "at")})
        seen = ("add", film, ids[over["clip"]], "--over", added["code"])
        library.run("film", *seen, *words)


# Any: a table of a TOML file
def _options(table: dict[str, Any]) -> list[str]:
    """Return a table as options of a command."""
    return [word for name, value in table.items() for word in (f"--{name}", str(value))]


def _publish(made: Path) -> None:
    for part in PARTS:
        target = ROOT / part
        if target.is_dir():
            shutil.rmtree(target)
        shutil.move(made / part, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
