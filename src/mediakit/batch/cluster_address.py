"""Where several machines meet, and how they know each other."""

import ipaddress
import re
from dataclasses import dataclass

from mediakit.errors.cluster import ClusterAddressInvalid, ClusterInsecure

TLS, TCP = "tls", "tcp"
PORT = 8786
"""Where Dask's schedulers listen."""

_ADDRESS = re.compile(r"(tcp|tls)://(?:\[([^\]]+)\]|([^:/\[\]]+)):(\d{1,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Files in PEM; what is not given is what Dask's own configuration says.

    Attributes:
        authority: Who signed the certificates of all machines.
        certificate: This machine's.
        key: Its secret.
    """

    authority: str = ""
    certificate: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler, and how to know it and be known.

    Attributes:
        address: As ``tls://10.0.0.5:8786``; see `check_address`.
        certificates: For TLS.
    """

    address: str
    certificates: Certificates

    @property
    def scheme(self) -> str:
        """``tls`` or ``tcp``."""
        return _parts(self.address)[0]

    @property
    def host(self) -> str:
        """The machine's name or number in the network."""
        return _parts(self.address)[1]

    @property
    def is_encrypted(self) -> bool:
        """Whether everything that is sent is."""
        return self.scheme == TLS


def check_address(address: str, *, insecure: bool) -> str:
    """Return an address as it was typed.

    Args:
        address: As ``tls://10.0.0.5:8786``.
        insecure: Let footage and commands cross a network as anyone can read them.

    Raises:
        ClusterAddressInvalid: It is none.
        ClusterInsecure: It is not encrypted, and leads out of this machine.
    """
    scheme, host = _parts(address)
    if scheme == TCP and not insecure and not _is_here(host):
        raise ClusterInsecure(address=address)
    return address


def _parts(address: str) -> tuple[str, str]:
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ClusterAddressInvalid(address=address)
    return found[1], found[2] or found[3]


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
