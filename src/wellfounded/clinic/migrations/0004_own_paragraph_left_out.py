"""The clinician's own paragraph a person left out, as the case held it: an undo gives it back whole."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clinic", "0003_left_out_and_told")]

    operations = [migrations.AddField(model_name="left", name="own", field=models.JSONField(default=dict))]
