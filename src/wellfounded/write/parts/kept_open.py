"""That this letter asks and does not argue, so that nothing in it is taken for the appeal."""

from wellfounded.model.letter import Paragraph
from wellfounded.write.telling import Telling, Told, sentence


def write(telling: Telling) -> Told:
    """Say that the appeal follows; nothing where there is no refusal to appeal."""
    reason = telling.denial.fields[:1] if telling.denial is not None else ()
    if not reason:
        return Told()
    ways = (
        "This letter is a request for records and not the appeal itself, which will follow when I have read them",
        "Please do not treat this request as the appeal; I will file that separately once I have the records",
    )
    line = sentence(telling.voice.pick("kept_open", *ways), reason[0].basis)
    return Told((Paragraph("kept_open", telling.part.heading, (line,)),))
