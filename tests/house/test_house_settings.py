"""Every setting is documented, and nothing is documented that is no setting."""

from __future__ import annotations

import re

import pytest
from pydantic_settings import BaseSettings

from tests.support.configuration_page import CLASSES, PAGE, filled
from tests.support.source_tree import REPOSITORY


def test_the_configuration_page_tells_every_setting_as_the_code_has_it() -> None:
    page = PAGE.read_text()
    assert filled(page) == page, "docs/configuration.md is out of date: run make docs"


@pytest.mark.parametrize("settings", CLASSES.values(), ids=CLASSES)
def test_every_setting_says_what_it_is(settings: type[BaseSettings]) -> None:
    assert not [name for name, field in settings.model_fields.items() if not field.description]


def test_deployment_files_use_only_settings_that_exist() -> None:
    known = {
        f"{settings.model_config['env_prefix']}{name}".upper()
        for settings in CLASSES.values()
        for name in settings.model_fields
    }
    known |= {"ATTUNE_WORKER_TOKEN"}  # read by the worker's command itself
    known |= {"ATTUNE_PYTHON"}  # read by the web client's build
    used = set()
    for path in (REPOSITORY / "docker-compose.yml", *(REPOSITORY / "deploy").rglob("*")):
        if path.is_file():
            used |= set(re.findall(r"\bATTUNE_[A-Z_]+\b", path.read_text()))
    assert used <= known
