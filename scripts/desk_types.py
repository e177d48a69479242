"""Settings from which mypy's Django plugin learns the models; nothing is served with them."""

SECRET_KEY = "for types only"
USE_TZ = True
AUTH_USER_MODEL = "clinic.Person"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "wellfounded.clinic"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
WELLFOUNDED_KEY = ""
WELLFOUNDED_COOKIE = ""
