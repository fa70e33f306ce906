"""What hatchling is told of a wheel with libraries in it: that it fits one machine and one Python, and that the libraries belong to it."""

import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Libraries(BuildHookInterface[Any]):
    """Puts the libraries that lie beside the sources into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is written."""
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        root = Path(self.root)
        for library in (*root.rglob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"), *root.glob("rasad__*.py"), *root.glob("rasad__*.kept")):
            build_data["force_include"][str(library)] = library.relative_to(root).as_posix()
