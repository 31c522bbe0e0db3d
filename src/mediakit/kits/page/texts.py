"""The page's own words, by the names under which its scripts ask for them."""

from collections.abc import Mapping

from mediakit.errors.base import sentence

TEXTS: Mapping[str, str] = {
    # before and after
    "start": sentence("Start"),
    "goOn": sentence("Go on with the session of {when}"),
    "newSession": sentence("New session"),
    "placeWindow": sentence(
        "Put this window on the projector and press F; open the facilitator window on "
        "your own screen with O."
    ),
    "thanks": sentence("Thank you"),
    "saveLog": sentence("Save the log"),
    "pageLanguage": sentence("Language of this page"),
    "questionLanguage": sentence("Language of the questions"),
    # what people do
    "controls": sentence("Controls"),
    "back": sentence("Back"),
    "next": sentence("Next"),
    "skip": sentence("Skip the next one"),
    "stop": sentence("Stop"),
    "black": sentence("Black screen"),
    "finish": sentence("End the session"),
    "fullScreen": sentence("Full screen"),
    "facilitator": sentence("Facilitator window"),
    "keys": sentence("Keys"),
    "close": sentence("Close"),
    "volume": sentence("Volume"),
    "subtitles": sentence("Subtitles"),
    "noSubtitles": sentence("No subtitles"),
    "voice": sentence("Voice"),
    "originalVoice": sentence("Original voice"),
    # what the room reads when something fails
    "cannotPlay": sentence("This excerpt cannot be played."),
    "touchToGoOn": sentence("Press a key or touch the screen to go on."),
    # the keys
    "keysNext": sentence("Next; while an excerpt plays, its question"),
    "keysBack": sentence("From the beginning; the one before"),
    "keysPlay": sentence("Play, pause"),
    "spaceBar": sentence("Space bar"),
    "keysStop": sentence("Stop: the picture goes"),
    "keysVolume": sentence("Louder, quieter"),
    # languages that browsers have no names for
    "language-dje": sentence("Zarma"),
    "language-ff": sentence("Fulfulde"),
    "language-khq": sentence("Songhay of Timbuktu"),
    "language-mey": sentence("Hassaniya"),
    "language-nqo": sentence("N'Ko"),
    "language-rn": sentence("Kirundi"),
    "language-ses": sentence("Songhay of Gao"),
    "language-snk": sentence("Soninke"),
    "language-son": sentence("Songhay"),
    "language-taq": sentence("Tamasheq"),
    "language-tmh": sentence("Tamasheq, Tuareg languages"),
    "language-zgh": sentence("Amazigh"),
    # the facilitator's window
    "noProjector": sentence(
        "The projector window is not there. Open index.html, and press O in it."
    ),
    "notKept": sentence(
        "This browser keeps nothing: save the log before you close its windows."
    ),
    "voiceMissing": sentence("The voice-over cannot be played; the original is heard."),
    "blocked": sentence(
        "The browser waits for a key or a touch in the projector window."
    ),
    "failed": sentence("{file} cannot be played."),
    "elapsed": sentence("Since the start"),
    "left": sentence("Time left"),
    "talk": sentence("Time to talk"),
    "upNext": sentence("Next: {title}"),
    "lastOne": sentence("This is the last one."),
    "notes": sentence("Notes"),
    "question": sentence("Question"),
    "cautions": sentence("To watch for"),
    "room": sentence("The room"),
    "heat": sentence("How the room took it"),
    "heatUnknown": sentence("not said"),
    "heatCalm": sentence("calm"),
    "heatLively": sentence("lively"),
    "heatTense": sentence("tense"),
    "heatWalkedOut": sentence("people walked out"),
    "reaction": sentence("What the room said"),
    "asked": sentence("What the room asked, a question a line"),
    "noteOf": sentence("About: {title}"),
    "programme": sentence("Playlist"),
    "playThis": sentence("Play"),
    "noteThis": sentence("Note"),
    "shown": sentence("shown"),
    "skipped": sentence("skipped"),
    "stopped": sentence("stopped"),
    "logs": sentence("Logs on this machine"),
    "save": sentence("Save"),
    "erase": sentence("Erase"),
    "reallyErase": sentence("Really erase?"),
    "logLine": sentence("{when}, excerpts: {count}"),
    "importHint": sentence(
        "The team takes a log in with 'mediakit screening import FILE'."
    ),
    # phases, told to the facilitator
    "phaseStart": sentence("before the start"),
    "phasePlaying": sentence("plays"),
    "phasePaused": sentence("paused"),
    "phaseQuestion": sentence("question"),
    "phaseStopped": sentence("stopped"),
    "phaseEnd": sentence("end"),
    "phaseBlack": sentence("black"),
}
"""English, as translators are given it."""
