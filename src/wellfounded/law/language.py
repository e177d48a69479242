"""Which language a payer's paper is in, by the small words no sentence does without."""

import re

WORDS = {
    "English": "the and of to for is are was be not you your we this that with from have will by on",
    "German": "der die das und nicht ist sind wir sie ihre ihr mit von für auf wird werden haben dass eine dem den",
    "French": "le la les des et est sont nous vous votre vos pas pour dans que qui une avec être sur aux cette",
    "Spanish": "el la los las de y es son usted su sus no para que una con por del se este esta como",
    "Italian": "il lo la gli le di e è sono che per non una con del della dei nel alla suo sua questo",
    "Dutch": "de het een en is zijn wij u uw niet voor van dat met op aan wordt worden heeft deze bij",
    "Portuguese": "o a os as de e é são que não para uma com do da dos das por seu sua este",
}  # fmt: skip
READ = ("English", "German")  # the languages that the readers and the packs know
ENOUGH = 12  # words that must be found before a paper is said to be in any language


def language(text: str) -> str:
    """Give the name of the language of *text*, or an empty text where too little of it is words."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {name: sum(word in held for word in words) for name, held in _SETS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= ENOUGH else ""


_SETS = {name: frozenset(held.split()) for name, held in WORDS.items()}
