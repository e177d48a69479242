"""What a person left out of a letter, and what the decision was read to say."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clinic", "0002_asked_and_benefits")]

    operations = [
        migrations.AddField(model_name="matter", name="told", field=models.JSONField(blank=True, default=dict)),
        migrations.CreateModel(
            name="Left",
            fields=[
                ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("paragraph", models.PositiveIntegerField(null=True)),
                ("typed", models.TextField()),
                ("gone", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clinic.version"
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ("matter", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="clinic.matter")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="clinic.version"
                    ),
                ),
            ],
        ),
    ]
