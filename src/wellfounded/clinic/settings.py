"""Django's settings for one desk, from its folder: nothing comes from the environment."""

import logging
from datetime import date
from typing import Any

from wellfounded.clinic.place import Place

HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def configure(place: Place, on: date | None = None) -> None:
    """Set Django up over *place*, standing on the day *on* or on each day as it comes; the first call wins."""
    import django  # noqa: PLC0415 - 200 ms, wanted only where the desk is served
    from django.conf import settings  # noqa: PLC0415 - as above

    if not settings.configured:
        settings.configure(**given(place), WELLFOUNDED_ON=on)
        django.setup()
        quiet = logging.getLogger("django")  # it writes addresses, values and traces; guard.py says what may be said
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False


def given(place: Place) -> dict[str, Any]:
    """Give every setting that is not Django's own default."""
    return {
        "WELLFOUNDED_PLACE": place,
        "WELLFOUNDED_COOKIE": f"desk-{place.name}",
        "WELLFOUNDED_KEY": place.secret("desk.key"),
        "SECRET_KEY": place.secret("secret.key"),
        "DEBUG": False,
        "ALLOWED_HOSTS": HOSTS,
        "ROOT_URLCONF": "wellfounded.clinic.urls",
        "AUTH_USER_MODEL": "clinic.Person",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LANGUAGE_CODE": "en-us",
        "STATIC_URL": "/static/",
        "INSTALLED_APPS": [
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.staticfiles",
            "django_htmx",
            "wellfounded.clinic",
        ],
        "MIDDLEWARE": [
            "django.middleware.security.SecurityMiddleware",
            "wellfounded.clinic.guard.headers",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.common.CommonMiddleware",
            "wellfounded.clinic.guard.key",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
            "django_htmx.middleware.HtmxMiddleware",
            "wellfounded.clinic.guard.person",
            "wellfounded.clinic.guard.spoken",
            "wellfounded.clinic.guard.errors",
        ],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "WHITENOISE_MAX_AGE": 3600,
        "CSRF_COOKIE_NAME": f"form-{place.name}",
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_FAILURE_VIEW": "wellfounded.clinic.guard.refused",
        "X_FRAME_OPTIONS": "SAMEORIGIN",
        "SECURE_REFERRER_POLICY": "same-origin",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 8 * 1024 * 1024,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 500,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 4 * 1024 * 1024,
        "FILE_UPLOAD_TEMP_DIR": str(place.taking),
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "wellfounded.clinic.guard.shown",
                    ],
                    "builtins": ["wellfounded.clinic.templatetags.desk"],
                },
            }
        ],
        "DATABASES": {"default": place.base()},
        "LOGGING_CONFIG": None,
    }
