package health.sojourn.gateway.quota;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one caller: an IPv4 address, or the first 64 bits of an IPv6 address. */
final class NetworkPrefix {
  private NetworkPrefix() {}

  /**
   * @param address in digits, never a name to be resolved
   */
  static String of(String address) {
    if (address == null || address.indexOf(':') < 0) {
      return String.valueOf(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16 && InetAddress.getByAddress(bytes) instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
