"""Tasks that a payer's request for information makes, and benefits looked up."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clinic", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="task", name="key", field=models.CharField(blank=True, default="", max_length=16)
        ),
        migrations.CreateModel(
            name="Benefit",
            fields=[
                ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=200)),
                ("limit", models.PositiveIntegerField(blank=True, null=True)),
                ("used", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "authorization",
                    models.CharField(
                        choices=[("unknown", "not known"), ("yes", "needed"), ("no", "not needed")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("source", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ("matter", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="clinic.matter")),
            ],
            options={"ordering": ("id",)},
        ),
    ]
