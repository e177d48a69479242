"""The desk as a Django application."""

from django.apps import AppConfig


class Clinic(AppConfig):
    """Cases, people and what they did."""

    name = "wellfounded.clinic"
    label = "clinic"
    default_auto_field = "django.db.models.BigAutoField"
