"""Addresses inside and outside, however they are written."""


def words(text: str) -> list[str]:
    return text.split()


INSIDE = words(
    """
127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 169.254.169.254 172.16.0.1
172.31.255.255 192.0.0.1
192.0.0.8 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.51.100.1 203.0.113.1
224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b:1::7f00:1 100::1 2001::1 2001:0:7f00:1:: 2001:db8::1 2002:7f00:1:: 2002:a00:1::
fc00::1 fd12:3456::1
fe80::1 fec0::1 ff02::1 fe80::1%1 ::ffff:0:127.0.0.1 ::ffff:0:8.8.8.8 ::ffff:1:127.0.0.1 3fff::1
3fff:fff:ffff::1 5f00::1 5f00:ffff::1
4000::1 1fff::1 e000::1 100:0:0:1::1 2001:1::1 2001:2::1 2001:10::1 2001:20::1 2001:30::1 2001:1ff:ffff::1
2620:4f:8000::1
2606:4700:4700::1111%1 192.31.196.1 192.52.193.1 192.175.48.6 64:ff9b:ffff::1 ::8.8.8.8
"""
)
OUTSIDE = words(
    """
8.8.8.8 1.1.1.1 93.184.216.34 2606:4700:4700::1111 2a00:1450:4001:81b::200e 2001:4860:4860::8888 2001:200::1
2c0f:fb50::1 3ffe::1
::ffff:8.8.8.8 223.255.255.1 191.255.255.1 100.128.0.1 172.32.0.1
"""
)
# However glibc would read them, they are this machine or one beside it.
WRITTEN_OTHERWISE = words(
    """
https://127.0.0.1/ https://127.1/ https://2130706433/ https://0x7f.1/ https://0x7f000001/ https://0177.0.0.1/
https://017700000001/
https://[::1]/ https://[::ffff:127.0.0.1]/ https://[64:ff9b::7f00:1]/ https://10.0.0.1:8443/
https://169.254.169.254/latest/meta-data
https://0/ https://localhost/ https://LOCALHOST/ https://localhost./ https://hooks.localhost/
https://printer.local/ https://db.internal/
https://intranet/
"""
)
NO_ADDRESS = words(
    """
http://example.com/ ftp://example.com/ file:///etc/passwd https://example.com:22/ https://example.com:80/
https://example.com:6379/
https://user@example.com/ https://user:pass@example.com/ https://example.com@127.0.0.1/
https://example.com\\@127.0.0.1/
https://example.com/#fragment https://１２７.0.0.1/ https://example。com/ https:///hooks
https://example.com:99999/ https://exa%6dple.com/
https://a..b/ https://.example.com/ https://example.com../ https://-a.example.com/ https://a-.example.com/
//example.com/ example.com javascript:alert(1) gopher://example.com/
"""
)
