package epsilonlab.report.capsule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks a capsule into memory, within limits, and packs one. */
final class CapsuleZip {
  private static final byte[] LOCAL = {'P', 'K', 3, 4};
  private static final byte[] CENTRAL = {'P', 'K', 1, 2};
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  // by chance the four bytes of a header stand among packed ones now and then
  private static final int BY_CHANCE = 16;

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private long unpacked;

  private CapsuleZip() {}

  /**
   * Unpacks all entries.
   *
   * @throws CapsuleFault if it is no zip file, damaged, too large, or has an entry that is no plain
   *     file of a capsule
   */
  static Map<String, byte[]> unpack(byte[] bytes) {
    if (bytes.length == 0) {
      throw new CapsuleFault("is empty");
    }
    if (!isAt(bytes, 0, LOCAL)) {
      throw new CapsuleFault("is no zip file");
    }
    checkCount(bytes);
    CapsuleZip unpacking = new CapsuleZip();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        unpacking.add(zip, entry);
      }
    } catch (CapsuleFault known) {
      throw known;
    } catch (IOException | RuntimeException damaged) {
      throw new CapsuleFault("is cut off or damaged", damaged);
    }
    return unpacking.files;
  }

  // before a library makes an object for each of them
  private static void checkCount(byte[] bytes) {
    int headers = 0;
    for (int i = 0; i < bytes.length - 3; i++) {
      if (bytes[i] == 'P' && isAt(bytes, i, CENTRAL)) {
        headers++;
      }
    }
    if (headers > CapsuleLimits.ENTRIES + BY_CHANCE) {
      throw new CapsuleFault("has more than 1,000 entries");
    }
  }

  private static boolean isAt(byte[] bytes, int at, byte[] mark) {
    boolean same = at + mark.length <= bytes.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = bytes[at + i] == mark[i];
    }
    return same;
  }

  private void add(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    // the library's own reading turns backslashes into slashes
    String name = new String(entry.getRawName(), StandardCharsets.ISO_8859_1);
    if (entry.isUnixSymlink()) {
      throw new CapsuleFault("has an entry that is a link, '" + CapsuleFault.shown(name) + "'");
    }
    if (EntryName.isFolder(name) && entry.getSize() == 0) {
      return;
    }
    EntryName.check(name);
    // two names that are one file on some systems
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw new CapsuleFault("has the entry '" + name + "' twice");
    }
    if (names.size() > CapsuleLimits.ENTRIES) {
      throw new CapsuleFault("has more than 1,000 entries");
    }
    boolean plain =
        (entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED)
            && !entry.getGeneralPurposeBit().usesEncryption();
    if (!plain) {
      throw new CapsuleFault("has the entry '" + name + "' that is encrypted or packed oddly");
    }
    files.put(name, content(zip, entry, name));
  }

  private byte[] content(ZipFile zip, ZipArchiveEntry entry, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    long most = CapsuleLimits.ENTRY;
    long packed = Math.max(1, entry.getCompressedSize());
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        unpacked += read;
        if (out.size() > most || unpacked > CapsuleLimits.UNPACKED) {
          throw new CapsuleFault("unpacks to more than any capsule of the lab holds");
        }
        if (out.size() > CapsuleLimits.RATIO_FROM && out.size() / packed > CapsuleLimits.RATIO) {
          throw new CapsuleFault(
              "has the entry '" + name + "' that unpacks to more than 200 times its size");
        }
      }
    }
    return out.toByteArray();
  }

  /** Packs files in the order of the map; the same files give the same bytes. */
  static byte[] pack(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        EntryName.check(file.getKey());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("a zip in memory could not be written", impossible);
    }
    return bytes.toByteArray();
  }
}
