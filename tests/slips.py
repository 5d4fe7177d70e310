"""Typing slips as people make them: one digit replaced, two swapped, one left out, one doubled."""


def mistype(surface, rng):
    """The surface with one slip in its digits, still a number that could be written so; `None` where none fits."""
    places = [i for i, c in enumerate(surface) if c.isdigit()]
    for _ in range(50):
        k = rng.randrange(len(places))
        typed = slip(surface, places, k, rng)
        digits = "".join(c for c in typed if c.isdigit())
        leads = len(digits) > 1 and typed[0] == "0" and typed[1].isdigit()
        if typed != surface and digits.strip("0") and not leads:
            return typed
    return None


def slip(surface, places, k, rng):
    at = places[k]
    way = rng.choice(["replace", "swap", "drop", "double"] if len(places) == len(surface) > 1 else ["replace", "swap"])
    if way == "replace":
        return surface[:at] + rng.choice([d for d in "0123456789" if d != surface[at]]) + surface[at + 1 :]
    if way == "swap" and k + 1 < len(places):
        after = places[k + 1]
        return surface[:at] + surface[after] + surface[at + 1 : after] + surface[at] + surface[after + 1 :]
    if way == "drop":
        return surface[:at] + surface[at + 1 :]
    if way == "double":
        return surface[:at] + surface[at] + surface[at:]
    return surface
