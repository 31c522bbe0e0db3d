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
        _themes(library, story, ids)
        _screenings(library, story, ids, sessions)
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
    settings.write_text(text, "utf-8")


def _sessions(
    library: Library, samples: dict[str, Any], story: dict[str, Any]
) -> dict[str, str]:
    made = {}
    for key, session in samples["sessions"].items():
        facts = story["sessions"][key]
        words = ["--kind", session["kind"].replace(" ", "-")]
        for name in ("date", "region", "country", "people"):
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


def _themes(library: Library, story: dict[str, Any], ids: dict[str, str]) -> None:
    for theme in story["themes"]:
        labels = [f"{tag}={text}" for tag, text in theme["labels"].items()]
        words = [word for label in labels for word in ("--label", label)]
        library.run("theme", "add", theme["path"], *words)
        for clip in theme.get("clips", ()):
            library.run("clip", "theme", ids[clip], theme["path"])


def _screenings(
    library: Library,
    story: dict[str, Any],
    ids: dict[str, str],
    sessions: dict[str, str],
) -> None:
    for screening in story["screenings"]:
        clip = ids[screening["clip"]]
        words = ["--question", screening["question"]]
        words += ["--reaction", screening["reaction"]]
        if "quote" in screening:
            library.run("trim", clip, "--quote", screening["quote"])
            excerpts = library.run("show", clip)["excerpts"]
            words += ["--excerpt", excerpts[-1]["id"]]
        session = sessions[screening["session"]]
        library.run("screening", "add", clip, session, *words)


def _publish(made: Path) -> None:
    for part in PARTS:
        target = ROOT / part
        if target.is_dir():
            shutil.rmtree(target)
        shutil.move(made / part, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
