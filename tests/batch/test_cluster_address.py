"""Where several machines meet."""

import pytest

from mediakit.batch.cluster_address import Certificates, Cluster, check_address
from mediakit.errors.cluster import ClusterAddressInvalid, ClusterInsecure


@pytest.mark.parametrize(
    "address",
    [
        "tls://10.0.0.5:8786",
        "tls://machine.example:8786",
        "tcp://127.0.0.1:8786",
        "tcp://localhost:8786",
        "tcp://[::1]:8786",
    ],
)
def test_what_is_encrypted_or_stays_here_is_taken(address: str) -> None:
    """As it was typed."""
    assert address == check_address(address, insecure=False)


@pytest.mark.parametrize(
    "address",
    [
        "tcp://10.0.0.5:8786",
        "tcp://0.0.0.0:8786",
        "tcp://localhost.example:8786",
        "tcp://[fe80::1]:8786",
    ],
)
def test_what_anyone_could_read_must_be_asked_for(address: str) -> None:
    """Footage does not cross a network in the open by mistake."""
    with pytest.raises(ClusterInsecure) as caught:
        check_address(address, insecure=False)

    assert {"address": address} == caught.value.details
    assert address == check_address(address, insecure=True)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "10.0.0.5:8786",
        "tls://10.0.0.5",
        "ws://10.0.0.5:1",
        "tcp://a:1/x",
        "inproc://",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    """With an example of one."""
    with pytest.raises(ClusterAddressInvalid):
        check_address(address, insecure=True)


def test_an_address_has_parts() -> None:
    """The machine, and whether what is sent to it is encrypted."""
    one = Cluster("tls://[fe80::1]:8786", Certificates())
    other = Cluster("tcp://localhost:1", Certificates())

    assert ("fe80::1", True) == (one.host, one.is_encrypted)
    assert ("localhost", False) == (other.host, other.is_encrypted)
