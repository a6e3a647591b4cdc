// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.rulebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.DomainClassMetadata;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;

/**
 * What compiled rules ask of the records that they match: the place of a property. Drools would make a class for each
 * record and rule file, all of which a start would have to load. Public because rules name it; nobody else needs it.
 */
public final class KindMetadata implements DomainClassMetadata {

    // the names are those that Drools gives
    public static final DomainClassMetadata org_rdpdx_facts_kind_Attempt_Metadata_INSTANCE =
            new KindMetadata("attempt");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Symptom_Metadata_INSTANCE =
            new KindMetadata("symptoms");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Trial_Metadata_INSTANCE = new KindMetadata("trials");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Change_Metadata_INSTANCE = new KindMetadata("changes");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Account_Metadata_INSTANCE =
            new KindMetadata("account");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Membership_Metadata_INSTANCE =
            new KindMetadata("memberships");
    public static final DomainClassMetadata org_rdpdx_facts_kind_OperatingSystem_Metadata_INSTANCE =
            new KindMetadata("operatingSystem");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Update_Metadata_INSTANCE = new KindMetadata("updates");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Boot_Metadata_INSTANCE = new KindMetadata("boot");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Feature_Metadata_INSTANCE =
            new KindMetadata("features");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Join_Metadata_INSTANCE = new KindMetadata("join");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Clock_Metadata_INSTANCE = new KindMetadata("clock");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Service_Metadata_INSTANCE =
            new KindMetadata("services");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Event_Metadata_INSTANCE = new KindMetadata("events");
    public static final DomainClassMetadata org_rdpdx_facts_kind_RegistryValue_Metadata_INSTANCE =
            new KindMetadata("registryValues");
    public static final DomainClassMetadata org_rdpdx_facts_kind_UserRight_Metadata_INSTANCE =
            new KindMetadata("userRights");
    public static final DomainClassMetadata org_rdpdx_facts_kind_LocalGroupMember_Metadata_INSTANCE =
            new KindMetadata("localGroups");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Software_Metadata_INSTANCE =
            new KindMetadata("software");
    public static final DomainClassMetadata org_rdpdx_facts_kind_FileFact_Metadata_INSTANCE = new KindMetadata("files");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Resource_Metadata_INSTANCE =
            new KindMetadata("resources");
    public static final DomainClassMetadata org_rdpdx_facts_kind_RemoteDesktop_Metadata_INSTANCE =
            new KindMetadata("remoteDesktop");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Listener_Metadata_INSTANCE =
            new KindMetadata("listeners");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Port_Metadata_INSTANCE = new KindMetadata("ports");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Nla_Metadata_INSTANCE = new KindMetadata("nla");
    public static final DomainClassMetadata org_rdpdx_facts_kind_SecurityLayer_Metadata_INSTANCE =
            new KindMetadata("securityLayer");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Encryption_Metadata_INSTANCE =
            new KindMetadata("encryption");
    public static final DomainClassMetadata org_rdpdx_facts_kind_TlsSupport_Metadata_INSTANCE = new KindMetadata("tls");
    public static final DomainClassMetadata org_rdpdx_facts_kind_CipherSuites_Metadata_INSTANCE =
            new KindMetadata("cipherSuites");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Certificate_Metadata_INSTANCE =
            new KindMetadata("certificate");
    public static final DomainClassMetadata org_rdpdx_facts_kind_CertificateCheck_Metadata_INSTANCE =
            new KindMetadata("certificateChecks");
    public static final DomainClassMetadata org_rdpdx_facts_kind_RoleCertificate_Metadata_INSTANCE =
            new KindMetadata("roleCertificates");
    public static final DomainClassMetadata org_rdpdx_facts_kind_KeyStore_Metadata_INSTANCE =
            new KindMetadata("keyStore");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Credssp_Metadata_INSTANCE =
            new KindMetadata("credssp");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Ntlm_Metadata_INSTANCE = new KindMetadata("ntlm");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Kerberos_Metadata_INSTANCE =
            new KindMetadata("kerberos");
    public static final DomainClassMetadata org_rdpdx_facts_kind_CredentialGuard_Metadata_INSTANCE =
            new KindMetadata("credentialGuard");
    public static final DomainClassMetadata org_rdpdx_facts_kind_SavedCredential_Metadata_INSTANCE =
            new KindMetadata("savedCredential");
    public static final DomainClassMetadata org_rdpdx_facts_kind_RdpSetting_Metadata_INSTANCE =
            new KindMetadata("rdpSettings");
    public static final DomainClassMetadata org_rdpdx_facts_kind_NameLookup_Metadata_INSTANCE =
            new KindMetadata("nameLookups");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Dns_Metadata_INSTANCE = new KindMetadata("dns");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Probe_Metadata_INSTANCE = new KindMetadata("probes");
    public static final DomainClassMetadata org_rdpdx_facts_kind_PathQuality_Metadata_INSTANCE =
            new KindMetadata("paths");
    public static final DomainClassMetadata org_rdpdx_facts_kind_PacketTrace_Metadata_INSTANCE =
            new KindMetadata("packetTraces");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Intermediary_Metadata_INSTANCE =
            new KindMetadata("intermediaries");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Firewall_Metadata_INSTANCE =
            new KindMetadata("firewall");
    public static final DomainClassMetadata org_rdpdx_facts_kind_FirewallRule_Metadata_INSTANCE =
            new KindMetadata("firewallRules");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Adapter_Metadata_INSTANCE =
            new KindMetadata("adapters");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Licensing_Metadata_INSTANCE =
            new KindMetadata("licensing");
    public static final DomainClassMetadata org_rdpdx_facts_kind_LicenseCache_Metadata_INSTANCE =
            new KindMetadata("licenseCache");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Cals_Metadata_INSTANCE = new KindMetadata("cals");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Sessions_Metadata_INSTANCE =
            new KindMetadata("sessions");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Profile_Metadata_INSTANCE =
            new KindMetadata("profile");
    public static final DomainClassMetadata org_rdpdx_facts_kind_DomainController_Metadata_INSTANCE =
            new KindMetadata("controller");
    public static final DomainClassMetadata org_rdpdx_facts_kind_BrokerDatabase_Metadata_INSTANCE =
            new KindMetadata("database");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Redirection_Metadata_INSTANCE =
            new KindMetadata("redirection");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Machine_Metadata_INSTANCE =
            new KindMetadata("machine");
    public static final DomainClassMetadata org_rdpdx_facts_kind_SecurityRule_Metadata_INSTANCE =
            new KindMetadata("securityRules");
    public static final DomainClassMetadata org_rdpdx_facts_kind_CloudSetting_Metadata_INSTANCE =
            new KindMetadata("cloudSettings");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Reached_Metadata_INSTANCE =
            new KindMetadata("reached");
    public static final DomainClassMetadata org_rdpdx_facts_kind_Deduced_Metadata_INSTANCE =
            new KindMetadata("deduced");
    public static final DomainClassMetadata org_rdpdx_rulebook_Finding_Metadata_INSTANCE =
            new KindMetadata("org.rdpdx.rulebook.Finding");
    public static final DomainClassMetadata org_rdpdx_rulebook_Undecided_Metadata_INSTANCE =
            new KindMetadata("org.rdpdx.rulebook.Undecided");
    public static final DomainClassMetadata org_rdpdx_facts_TimeSpan_Metadata_INSTANCE =
            new KindMetadata("org.rdpdx.facts.TimeSpan");
    public static final DomainClassMetadata java_lang_Boolean_Metadata_INSTANCE = new KindMetadata("java.lang.Boolean");
    public static final DomainClassMetadata java_lang_Double_Metadata_INSTANCE = new KindMetadata("java.lang.Double");
    public static final DomainClassMetadata java_lang_Integer_Metadata_INSTANCE = new KindMetadata("java.lang.Integer");
    public static final DomainClassMetadata java_lang_String_Metadata_INSTANCE = new KindMetadata("java.lang.String");
    public static final DomainClassMetadata java_util_List_Metadata_INSTANCE = new KindMetadata("java.util.List");

    private final String of;

    /** Of a kind of fact, by its key, or of another class, by its name. */
    private KindMetadata(String of) {
        this.of = of;
    }

    @Override
    public Class<?> getDomainClass() {
        try {
            return Class.forName(of.indexOf('.') < 0 ? Vocabulary.require(of).className() : of);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> properties() {
        List<String> names = new ArrayList<>();
        if (of.indexOf('.') < 0) {
            for (Property property : Vocabulary.require(of).properties()) {
                names.add(forDrools(property.name()));
            }
        } else if (getDomainClass().isRecord()) {
            for (RecordComponent component : getDomainClass().getRecordComponents()) {
                names.add(forDrools(component.getName()));
            }
        }
        return names;
    }

    /** Drools takes every accessor for one of a bean, and has words of its own. */
    private static String forDrools(String name) {
        if (name.equals("with")) {
            return "withValue";
        }
        for (String prefix : List.of("is", "get")) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return Character.toLowerCase(name.charAt(prefix.length())) + name.substring(prefix.length() + 1);
            }
        }
        return name;
    }

    @Override
    public int getPropertiesSize() {
        return properties().size();
    }

    @Override
    public int getPropertyIndex(String name) {
        int index = properties().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(getDomainClass().getName() + " has no property " + name);
        }
        return index;
    }
}
