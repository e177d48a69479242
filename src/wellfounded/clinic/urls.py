"""Every address of the desk; none holds a word about a patient."""

from django.urls import path

from wellfounded.clinic.views import case, criteria, history, letter, papers, questions, sending, signing, today

urlpatterns = [
    path("", today.today, name="today"),
    path("drop", today.drop, name="drop"),
    path("start/", questions.start, name="start"),
    path("start/begin", questions.begin, name="begin"),
    path("me", questions.face, name="me"),
    path("case/<slug:token>/questions/", questions.questions, name="questions"),
    path("case/<slug:token>/", case.case, name="case"),
    path("case/<slug:token>/progress", case.progress, name="progress"),
    path("case/<slug:token>/add", case.add, name="add"),
    path("case/<slug:token>/correct", case.correct, name="correct"),
    path("case/<slug:token>/attest", case.attest, name="attest"),
    path("case/<slug:token>/papers/", papers.papers, name="papers"),
    path("case/<slug:token>/move", papers.move, name="move"),
    path("case/<slug:token>/paper/<slug:source>/", papers.paper, name="paper"),
    path("case/<slug:token>/paper/<slug:source>/<int:number>.png", papers.picture, name="picture"),
    path("case/<slug:token>/criteria/", criteria.criteria, name="criteria"),
    path("case/<slug:token>/letter/", letter.letter, name="letter"),
    path("case/<slug:token>/letter/why/<int:number>", letter.why, name="why"),
    path("case/<slug:token>/letter/<int:index>/", letter.shown, name="paragraph"),
    path("case/<slug:token>/letter/<int:index>/edit", letter.paragraph, name="edit"),
    path("case/<slug:token>/letter/<int:index>/typing", letter.typing, name="typing"),
    path("case/<slug:token>/letter/<int:index>/save", letter.save, name="save"),
    path("case/<slug:token>/sign/", signing.sign, name="sign"),
    path("case/<slug:token>/send/", sending.send, name="send"),
    path("case/<slug:token>/send/page", sending.choose, name="choose"),
    path("case/<slug:token>/send/relist", sending.relist, name="relist"),
    path("case/<slug:token>/send/packet.pdf", sending.preview, name="preview"),
    path("case/<slug:token>/send/go", sending.go, name="go"),
    path("case/<slug:token>/sent/<int:number>/mark", sending.mark, name="mark"),
    path("case/<slug:token>/sent/<int:number>.<slug:form>", sending.left, name="left"),
    path("case/<slug:token>/history/", history.history, name="history"),
    path("case/<slug:token>/version/<int:number>/", history.differs, name="differs"),
    path("case/<slug:token>/version/<int:number>/letter.<slug:form>", history.download, name="download"),
    path("case/<slug:token>/version/<int:number>/restore", history.restore, name="restore"),
    path("case/<slug:token>/task", history.task, name="task"),
    path("case/<slug:token>/note", history.note, name="note"),
]
