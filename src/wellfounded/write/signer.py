"""Who signs, in words."""

import re

from wellfounded.model.parties import Practitioner

# What a person of the specialty is called; any other is "<specialty> physician" or "<specialty> clinician".
CALLED = {
    "psychiatry": "psychiatrist",
    "dermatology": "dermatologist",
    "rheumatology": "rheumatologist",
    "neurology": "neurologist",
    "gastroenterology": "gastroenterologist",
    "cardiology": "cardiologist",
    "oncology": "oncologist",
    "medical oncology": "medical oncologist",
    "radiation oncology": "radiation oncologist",
    "hematology": "hematologist",
    "endocrinology": "endocrinologist",
    "nephrology": "nephrologist",
    "urology": "urologist",
    "ophthalmology": "ophthalmologist",
    "otolaryngology": "otolaryngologist",
    "pulmonology": "pulmonologist",
    "pulmonary medicine": "pulmonologist",
    "pulmonary disease": "pulmonologist",
    "allergy and immunology": "allergist and immunologist",
    "internal medicine": "internist",
    "family medicine": "family physician",
    "family practice": "family physician",
    "geriatrics": "geriatrician",
    "geriatric medicine": "geriatrician",
    "pediatrics": "pediatrician",
    "orthopedics": "orthopedic surgeon",
    "orthopedic surgery": "orthopedic surgeon",
    "neurosurgery": "neurosurgeon",
    "general surgery": "surgeon",
    "obstetrics and gynecology": "obstetrician and gynecologist",
    "physical medicine and rehabilitation": "physiatrist",
    "physical therapy": "physical therapist",
    "occupational therapy": "occupational therapist",
    "speech-language pathology": "speech-language pathologist",
    "pain medicine": "pain physician",
    "sleep medicine": "sleep physician",
    "psychology": "psychologist",
    "genetics": "geneticist",
    "podiatry": "podiatrist",
}
_FIELD = re.compile(r"[,(/;:]|\s[-\u2013\u2014]\s")  # what stands between a field and its part
PHYSICIANS = {"MD", "DO", "MBBS"}


def profession(who: Practitioner) -> str:
    """Give what the signer is: "psychiatrist", "psychiatric nurse practitioner"; empty where no specialty is known."""
    if who.specialty is None:
        return ""
    specialty = who.specialty.value.strip()
    titles = {part.strip(" .").upper() for part in (who.credentials.value if who.credentials else "").split(",")}
    if any("NP" in title or title in {"APRN", "PA", "PA-C"} for title in titles):
        trade = "physician assistant" if titles & {"PA", "PA-C"} else "nurse practitioner"
        return f"{trade} in {specialty.lower()}"
    # "Cardiology, advanced heart failure" is a cardiologist; "pediatric pulmonology" names a pulmonologist's field.
    plain = _FIELD.split(specialty.lower().replace("paedic", "pedic"))[0].strip()
    words = plain.split()
    known = next((n for n in range(len(words)) if " ".join(words[n:]) in CALLED), None)
    if known is not None:
        return " ".join([*words[:known], CALLED[" ".join(words[known:])]])
    if plain.endswith(("ist", "ian", "surgeon", "therapist")):
        return plain
    if plain.endswith(" surgery"):
        return f"{plain.removesuffix(' surgery')} surgeon"
    return f"{plain} {'physician' if titles & PHYSICIANS else 'clinician'}"
